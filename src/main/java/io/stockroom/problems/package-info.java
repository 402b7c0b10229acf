/** Problems of RFC 9457, and the exceptions that carry them from where they arise to the caller. */
package io.stockroom.problems;
