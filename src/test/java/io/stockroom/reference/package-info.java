/** The API as docs/openapi.yaml has it, and what is held against it. */
package io.stockroom.reference;
