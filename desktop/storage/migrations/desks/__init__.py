"""The steps of revision 0003, a file each: what memory, terms, translation and the directory keep."""
