"""Open XML: what an .xlsx is made of, and how a part of it is changed alone."""
