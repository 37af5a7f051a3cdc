"""Campaigns that nobody wrote: each is built or told what is wrong with it, soon and without a traceback."""
