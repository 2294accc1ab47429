import CClp
