"""The pack as it will look, while it is being written: a page that only this machine can open."""
