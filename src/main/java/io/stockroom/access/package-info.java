/** Callers with keys: the authorizer that knows them, and the log-in that exchanges a password for a user token, as Altegio's does. */
package io.stockroom.access;
