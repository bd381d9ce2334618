"""Taking a handed-out file back: the list of what would change, beside the grid."""
