"""Starting a release from an earlier one: choose it, look at what may change, make the new one."""
