/** Validates the whole configuration before anything starts. */
package io.stockroom.config;
