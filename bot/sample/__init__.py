"""The made-up province that trials and `baoan chat` play in; "tỉnh Thái An" is no real place."""
