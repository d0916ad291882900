"""What do we send?"""
