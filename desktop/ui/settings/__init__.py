"""Settings: the interface, the person, the office, the workspace."""
