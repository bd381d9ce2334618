"""People in a table, in words and on their way out: what the screens of contacts and of media lists share.

Knows the directory's services; knows no screen.
"""
