"""The fields of a release beside its running text: references, pictures, quotes, links, facts."""
