"""The templates: those that came with the program and those of the office, and the place to change one."""
