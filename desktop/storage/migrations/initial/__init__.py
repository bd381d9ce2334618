"""The tables of revision 0001, a function a table, in the order in which they can be made."""
