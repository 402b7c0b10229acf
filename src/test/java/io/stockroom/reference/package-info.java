/** The API as documented in docs/openapi.yaml, and the tests that compare it with the actual API. */
package io.stockroom.reference;
