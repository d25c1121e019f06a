"""What a page holds beside what the lenses say."""
