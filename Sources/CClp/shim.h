/* COIN-OR Clp's C interface: the linear programs inside the levelling engine. */
#include <coin/Clp_C_Interface.h>
