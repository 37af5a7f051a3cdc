"""How fast packbuild is, beside others and beside what the machine itself needs, in one run."""
