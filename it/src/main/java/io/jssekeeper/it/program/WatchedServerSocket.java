package io.jssekeeper.it.program;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Accepts connections that break on command. */
final class WatchedServerSocket extends ServerSocket {
  WatchedServerSocket(int port, int backlog, InetAddress address) throws IOException {
    super(port, backlog, address);
  }

  @Override
  public Socket accept() throws IOException {
    WatchedSocket socket = new WatchedSocket();
    implAccept(socket);
    return socket;
  }
}
