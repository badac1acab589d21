print("bangfu")
