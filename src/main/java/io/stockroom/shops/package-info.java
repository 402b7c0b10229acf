/** Orders of web shops: what a shop sends becomes one operation, booked once for each order, or waits for a person. */
package io.stockroom.shops;
