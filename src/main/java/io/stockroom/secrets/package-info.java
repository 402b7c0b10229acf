/** Reads secrets from AWS Secrets Manager when they are needed. */
package io.stockroom.secrets;
