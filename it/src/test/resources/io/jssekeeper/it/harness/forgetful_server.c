/* An OpenSSL server that asks for client certificates and has no session id context: it gives TLS 1.2
   and 1.3 tickets, and answers each one with a fatal alert (SSL_CTX_set_session_id_context(3)).
   Arguments: certificate and key, in PEM. Announces "port=N". */
#include <arpa/inet.h>
#include <openssl/ssl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const char PAGE[] = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 3\r\n\r\nok\n";

static int listen_on_loopback(void) {
  struct sockaddr_in address;
  socklen_t length = sizeof address;
  int listening = socket(AF_INET, SOCK_STREAM, 0);
  memset(&address, 0, sizeof address);
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (bind(listening, (struct sockaddr *)&address, length) || listen(listening, 64)
      || getsockname(listening, (struct sockaddr *)&address, &length)) {
    return -1;
  }
  printf("port=%d\n", ntohs(address.sin_port));
  fflush(stdout);
  return listening;
}

int main(int count, char **arguments) {
  char request[4096];
  SSL_CTX *context = SSL_CTX_new(TLS_server_method());
  int listening = listen_on_loopback();
  if (count != 3 || listening < 0
      || SSL_CTX_use_certificate_chain_file(context, arguments[1]) != 1
      || SSL_CTX_use_PrivateKey_file(context, arguments[2], SSL_FILETYPE_PEM) != 1) {
    return 1;
  }
  SSL_CTX_set_verify(context, SSL_VERIFY_PEER, NULL);
  for (;;) {
    int accepted = accept(listening, NULL, NULL);
    SSL *tls = SSL_new(context);
    SSL_set_fd(tls, accepted);
    if (SSL_accept(tls) == 1 && SSL_read(tls, request, sizeof request) > 0) {
      SSL_write(tls, PAGE, strlen(PAGE));
      SSL_shutdown(tls);
    }
    SSL_free(tls);
    close(accepted);
  }
}
