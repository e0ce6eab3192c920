import { Client, Events, GatewayIntentBits } from 'discord.js'

// The least that discord.js can do: answers every interaction with a word. What Hakim's gateway is measured against.

const client = new Client({
  intents: [GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
  rest: { api: process.env['DISCORD_API'] ?? '' },
})
client.on(Events.InteractionCreate, (interaction) => {
  if (interaction.isRepliable()) void interaction.reply({ content: 'pong' })
})
await client.login(process.env['DISCORD_TOKEN'] ?? '')
