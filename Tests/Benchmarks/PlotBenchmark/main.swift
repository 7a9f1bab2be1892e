import Plots

print("ok")
