/** Looks at the configuration as a whole before anything starts. */
package io.stockroom.config;
