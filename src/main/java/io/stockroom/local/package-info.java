/** Development and tests only: a local API Gateway for the functions, and a sandbox that replaces Altegio. */
package io.stockroom.local;
