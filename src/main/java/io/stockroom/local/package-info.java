/** Development and tests only: a local API Gateway in front of the functions, and a sandbox in Altegio's place. */
package io.stockroom.local;
