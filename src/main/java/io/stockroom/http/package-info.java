/** Handles API Gateway's events: requests in, responses and problems out. */
package io.stockroom.http;
