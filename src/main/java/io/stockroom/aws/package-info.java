/** Clients of AWS services. */
package io.stockroom.aws;
