/** How AWS's own services are called. */
package io.stockroom.aws;
