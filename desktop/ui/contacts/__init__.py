"""The contacts screen: the list of people at the left, one person's card, edited in place, at the right."""
