/** The client of Altegio's V1 API: its routes, data shapes and quirks, the session, and its failures. */
package io.stockroom.altegio;
