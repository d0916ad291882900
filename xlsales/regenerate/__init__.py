"""What does a period owe? All its documents, for many workbooks, where they changed."""
