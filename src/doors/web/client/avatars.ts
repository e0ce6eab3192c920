/** A round picture with a letter, drawn here so that nothing is loaded from outside. */
const circle = (colour: string, letter: string): string =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="${colour}"/><text x="20" y="27" font-size="20" font-family="sans-serif" text-anchor="middle" fill="white">${letter}</text></svg>`,
  )}`

const bot = circle('#1f8b6f', 'ح')
const you = circle('#4f7cc4', '☺')

// Read once when the components load; their own default is a picture from Discord's servers.
Object.assign(globalThis, {
  $discordMessage: {
    avatars: { default: you, blue: you, gray: you, green: you, orange: you, red: you, pink: you },
    profiles: {
      hakim: { author: 'Hakim', avatar: bot, bot: true, verified: false, roleColor: '#1f8b6f' },
      you: { author: 'You', avatar: you },
    },
  },
})
