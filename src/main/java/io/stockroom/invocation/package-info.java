/** One invocation of a function: its caller, its deadline and its calls to Altegio. Depends on no other package of Stockroom. */
package io.stockroom.invocation;
