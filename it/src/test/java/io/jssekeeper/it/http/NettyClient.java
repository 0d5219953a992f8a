package io.jssekeeper.it.http;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.IdentityCipherSuiteFilter;
import io.netty.handler.ssl.JdkSslContext;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;

/** Netty with the JDK's provider. */
final class NettyClient implements HttpClients.Get {
  private static final int MOST_BYTES = 1 << 20;

  private final EventLoopGroup threads =
      new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory());
  private final SslContext tls;

  NettyClient(SSLContext tls) {
    this.tls =
        new JdkSslContext(
            tls,
            true,
            null,
            IdentityCipherSuiteFilter.INSTANCE,
            ApplicationProtocolConfig.DISABLED,
            ClientAuth.NONE,
            null,
            false);
  }

  @Override
  public void get(String url) throws Exception {
    URI uri = URI.create(url);
    CompletableFuture<Void> page = new CompletableFuture<>();
    Channel channel =
        new Bootstrap()
            .group(threads)
            .channel(NioSocketChannel.class)
            .handler(pipeline(uri, page))
            .connect(uri.getHost(), uri.getPort())
            .sync()
            .channel();
    channel.writeAndFlush(request(uri));
    try {
      page.get(20, TimeUnit.SECONDS);
    } finally {
      channel.close().sync();
    }
  }

  private static FullHttpRequest request(URI uri) {
    FullHttpRequest request =
        new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, uri.getPath());
    request
        .headers()
        .set(HttpHeaderNames.HOST, uri.getAuthority())
        .set(HttpHeaderNames.CONNECTION, "close");
    return request;
  }

  private ChannelInitializer<Channel> pipeline(URI uri, CompletableFuture<Void> page) {
    return new ChannelInitializer<>() {
      @Override
      protected void initChannel(Channel channel) {
        SslHandler ssl = tls.newHandler(channel.alloc(), uri.getHost(), uri.getPort());
        checkName(ssl.engine());
        channel
            .pipeline()
            .addLast(
                ssl, new HttpClientCodec(), new HttpObjectAggregator(MOST_BYTES), new Reader(page));
      }
    };
  }

  private static void checkName(SSLEngine engine) {
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    engine.setSSLParameters(parameters);
  }

  /** Completes when the page has arrived, or cannot arrive. */
  private static final class Reader extends SimpleChannelInboundHandler<FullHttpResponse> {
    private final CompletableFuture<Void> page;

    Reader(CompletableFuture<Void> page) {
      this.page = page;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpResponse response) {
      page.complete(null);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      page.completeExceptionally(new IOException("the connection was closed"));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable broken) {
      page.completeExceptionally(broken);
    }
  }
}
