"""The media lists screen: fixed lists at the left, the people on the chosen one at the right."""
