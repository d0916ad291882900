"""What do we look at?"""
