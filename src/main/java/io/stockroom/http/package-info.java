/** All that knows API Gateway: its events in, responses and problems out. */
package io.stockroom.http;
