/** Clients of AWS services, and signed requests to those that need no client. */
package io.stockroom.aws;
