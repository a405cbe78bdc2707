package org.amelionboarding.message;

/**
 * A channel takes nothing any more; {@link Channels#failure} tells why. Heard once per outage, whatever the number of
 * messages and nodes, in the transaction that notes it as told: if a listener throws, it is told again later.
 */
public record ChannelDown(Channel channel) {}
