/** The contents of a web application's war. */
package io.jssekeeper.it.http.war;
