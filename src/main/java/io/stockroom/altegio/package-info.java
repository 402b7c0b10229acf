/** All that knows Altegio's V1 API: the REST client, its shapes and quirks, the session, its failures. */
package io.stockroom.altegio;
