"""What stands beside the page: gaps, outline, contacts, facts, history, export."""
