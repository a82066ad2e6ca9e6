"""The pages, one file each with its stylesheet beside it; each is imported when it is first opened."""
