/** What a web application's war has in it. */
package io.jssekeeper.it.http.war;
