"""How people say that something is out: sentences written before the lexicons were widened.

Above each sentence stands what should be found in it, ``layer:key``. Half of them are the ones on
which phrases are developed, half are only counted; nothing is found in the everyday ones.
"""

from __future__ import annotations

DEVELOPED = """
symptoms:login-failures features:login
  Nobody in our office has managed to sign in since breakfast.
symptoms:login-failures features:login
  Logins are bouncing for roughly one customer in four.
symptoms:login-failures
  The app boots everyone out after ten seconds.
symptoms:login-failures features:login
  Signing in has become a lottery.
symptoms:failed-payments
  I tried to settle my bill twice and neither payment went through.
symptoms:failed-payments features:transfers
  Transfers to other banks bounce straight back.
symptoms:failed-payments
  The terminal refuses every card, mine included.
symptoms:failed-messages features:messaging
  Texts between the two networks vanished into thin air.
symptoms:failed-messages
  Nobody could post anything for most of the morning.
symptoms:failed-messages
  Replies are not being delivered, parents complained.
symptoms:dropped-calls
  Residents could neither ring out nor be rung.
symptoms:dropped-calls features:emergency-calls
  Emergency calls did not connect in parts of the county.
symptoms:no-signal
  My mobile just shows emergency calls only.
symptoms:no-signal features:mobile-data
  Mobile data has died on me in the middle of Leeds.
symptoms:connection-failures
  The router shows a red light and there is no internet at all.
symptoms:connection-failures
  The lorry trackers lost contact with the hub.
symptoms:connection-failures
  My console won't go online any more.
symptoms:unreachable
  Commuters were having difficulty opening the timetable page.
symptoms:unreachable
  Customers were left unable to view their statements online.
symptoms:unavailable
  The exchange fell over minutes after the opening bell.
symptoms:unavailable
  The ticketing service has conked out again.
symptoms:unavailable
  The booking site packed up around noon.
symptoms:unavailable
  Everything is dead in the water here.
symptoms:unavailable
  The streaming service gave up the ghost during the final.
symptoms:unavailable
  The card system ground to a halt in rush hour.
symptoms:unavailable
  The portal has gone AWOL.
symptoms:unavailable
  The hotel's key cards have ceased working.
symptoms:stuck-loading
  The feed sits there loading and never finishes.
symptoms:stuck-loading
  Thumbnails do not appear and videos refuse to load.
symptoms:blank-page
  The home page comes up empty.
symptoms:error-messages
  Visitors were greeted by an error page.
symptoms:http-errors
  The API has been spitting out 502s.
symptoms:errors
  The checkout is throwing errors left and right.
symptoms:timeouts
  Requests to the endpoint took forever and timed out.
symptoms:crash
  The game closes by itself on start-up.
symptoms:slow-loading
  The site is moving at a snail's pace.
symptoms:slow-loading
  It's running like treacle this morning.
symptoms:latency
  Response times have shot up to nine seconds.
symptoms:delayed-data
  Webhooks are turning up an hour late.
symptoms:delays
  Build jobs are piling up in the queue.
symptoms:buffering
  The match kept pausing every ten seconds, with the picture freezing.
symptoms:playback-failures
  Songs skip after a second and nothing will play.
symptoms:missing-data
  Saved playlists have vanished from her account.
symptoms:corrupted-data
  Some customers were shown strangers' statements.
symptoms:failed-uploads
  Lecturers could not attach files.
symptoms:failed-requests
  About a third of the writes were rejected.
symptoms:stuck-orders features:orders
  Diners could not place an order for two hours.
symptoms:stuck-orders
  Brokers were prevented from placing trades.
symptoms:grounded-flights features:flights
  Every departure was held on the tarmac.
symptoms:cash-machines features:cash-machines
  The hole in the wall won't give me cash, and all ATMs nearby are dark.
symptoms:matchmaking
  We were kicked from every match in the second round.
symptoms:packet-loss
  We are losing one packet in five.
symptoms:intermittent
  The service has been up and down all day.
symptoms:broken-ui
  The buttons do nothing when you press them.
symptoms:dns-failures
  The domain no longer resolves.
symptoms:glitch
  A computer meltdown threw the clinic into chaos.
causes:faulty-update
  The trouble came after a dodgy firmware update was pushed to the boxes.
causes:faulty-update
  Engineers blamed a botched server upgrade.
causes:configuration-change
  A mistake in the router's settings took the site off the map.
causes:misconfiguration
  It was down to a wrongly set up load balancer.
causes:dns
  The fault lay with DNS.
causes:fibre-cut
  A ship's anchor snagged a subsea cable.
causes:power-failure
  Both feeds lost mains power and the generators failed to start.
causes:overheating
  The air conditioning packed up and the racks got too hot.
causes:traffic-surge
  Huge demand for concert tickets overwhelmed the shop.
causes:traffic-surge
  The site buckled under the weight of visitors.
causes:ddos
  Attackers flooded its servers with junk traffic.
causes:cyberattack
  The council fell victim to ransomware.
causes:hardware-failure
  A storage array gave out.
causes:software-bug
  A coding slip brought down the exchange.
causes:third-party
  Our upstream carrier had a fault, which took us offline.
causes:human-error
  An engineer deleted the wrong table.
causes:weather
  Gale-force winds brought down masts.
causes:maintenance
  It happened while crews carried out planned works.
phases:investigating
  We're digging into what is happening.
phases:investigating
  The bank says it is on the case.
phases:identified
  Crews are on site repairing the damage.
phases:identified
  We know what broke and are putting it right.
phases:mitigated
  We've switched traffic over to a healthy region.
phases:monitoring
  Error rates are falling and we are keeping an eye on it.
phases:resolved
  Everything is working again, thank goodness.
phases:resolved
  It's been sorted now.
phases:resolved
  Service came back to all customers shortly before two.
phases:ongoing
  It is still not fixed.
phases:ongoing
  Six hours on, the shops are still waiting.
phases:scheduled
  The service will be switched off overnight for essential works.
features:mobile-app features:web
  The app works but the website does not load.
features:point-of-sale
  Tills froze at dozens of branches.
features:claims-processing
  Chemists could not issue electronic prescriptions.
features:music
  Playlists will not play.
features:broadcast
  Set-top boxes lost all TV channels.
features:orders
  Order tracking is showing nothing.
features:webhooks
  Webhooks are firing twice.
features:calls features:messaging
  Calls and texts fail.
symptoms:error-messages
  Visitors were met with a holding page.
symptoms:http-errors
  Getting 5xx from us-east since noon.
symptoms:login-failures
  Customers were shut out of their own accounts.
symptoms:login-failures
  The site kept rejecting valid passwords.
symptoms:failed-payments
  Customers had to put their shopping back because their cards did not work.
symptoms:failed-payments
  UPI payments kept failing, and the money was debited.
symptoms:failed-payments
  Card readers rejected everything but cash.
symptoms:failed-messages
  Emails sit in the outbox.
symptoms:connection-failures
  I'm getting no internet.
symptoms:connection-failures
  It says "you are offline" though I am not.
symptoms:connection-failures
  We have zero internet on campus.
symptoms:no-signal
  Customers found their phones useless.
symptoms:dropped-calls
  Calls cut out after ten seconds.
symptoms:dropped-calls
  Voice calls are dropping.
symptoms:stuck-loading
  It never gets past the logo.
symptoms:stuck-loading
  The dashboard never finishes loading.
symptoms:blank-page
  A white page, nothing else.
symptoms:matchmaking
  Everyone in our raid got disconnected.
symptoms:timeouts
  Connections time out.
symptoms:delays
  Jobs are stuck in queued.
symptoms:slow-loading
  The portal is crawling.
symptoms:buffering
  The match froze with a minute to go.
symptoms:playback-failures
  Podcasts will not stream.
symptoms:intermittent
  It works one minute and not the next.
symptoms:missing-data
  My playlists vanished.
symptoms:missing-notifications
  I'm not getting any notifications.
symptoms:feed-not-updating
  Stock prices froze.
symptoms:broken-ui
  The site looks like it's from 1995, no CSS.
symptoms:stuck-orders
  Reservations were lost.
symptoms:grounded-flights
  The airline scrubbed 40 departures.
symptoms:cash-machines
  The kiosk would not print.
symptoms:smart-home
  Locks would not open.
symptoms:corrupted-data
  My balance is wrong.
symptoms:corrupted-data
  Meters show readings of zero.
symptoms:failed-uploads
  Attachments don't open.
symptoms:crash
  The game quits to desktop.
symptoms:unavailable
  The site is toast.
symptoms:unavailable
  Everything stopped.
symptoms:unavailable
  The system was switched off.
symptoms:blocked-operations
  Nobody can merge anything.
symptoms:dns-failures
  Names stopped resolving.
causes:configuration-change
  Someone pushed a bad route to production.
causes:configuration-change
  A policy change with blank fields crashed the service.
causes:dns
  Somebody let the domain lapse.
causes:expired-certificate
  An SSL certificate lapsed overnight.
causes:traffic-surge
  Millions of fans flooded the site.
causes:traffic-surge
  The launch drew far more players than expected.
causes:overload
  Connections were exhausted.
causes:retry-storm
  Clients retried all at once and made it worse.
causes:faulty-update
  A botched rollout of the new app left customers locked out.
causes:faulty-update
  A dodgy firmware update killed the boxes.
causes:software-bug
  A programming mistake caused double charges.
causes:hardware-failure
  One of the storage controllers packed up.
causes:network-failure
  A problem on its backbone was to blame.
causes:database
  A migration locked a table.
causes:power-failure
  Load-shedding drained the towers' batteries.
causes:fibre-cut
  A digger went through the cable.
causes:fibre-cut
  Builders put a spade through the cable.
causes:fibre-cut
  Somebody dug up the cable.
causes:cyberattack
  Criminals had broken into its systems.
causes:cyberattack
  Its systems had been compromised.
causes:ddos
  Attackers swamped the site with requests.
causes:third-party
  An outage at Cloudflare took it down.
causes:weather
  Floods swamped the exchange.
causes:weather
  An earthquake damaged cables.
causes:sabotage
  Thieves ripped out the copper.
causes:government-order
  The regulator told providers to block it.
causes:maintenance
  Weekend works overran.
causes:maintenance
  Work to upgrade the network caused it.
causes:overheating
  A cooling unit failed at the data centre.
causes:data-centre-fire
  The data centre burned down.
causes:human-error
  A technician deleted the wrong file.
causes:human-error
  Someone spilled coffee on a switch.
causes:script-error
  A cleanup script deleted live data.
causes:billing-lapse
  An unpaid invoice got its servers switched off.
"""
"""What phrases may be written for."""

HELD = """
symptoms:login-failures
  It keeps telling me my password is wrong, and then throws me back to the login page.
symptoms:login-failures
  Pupils couldn't get into their accounts during the exam.
symptoms:login-failures
  Verification texts never turned up, so staff were stuck at the door.
symptoms:failed-payments features:payments
  Card payments are being knocked back at every till.
symptoms:failed-payments
  Travellers were no longer able to top up their cards.
symptoms:failed-payments
  UPI transactions are getting stuck across Mumbai.
symptoms:failed-payments
  Shoppers had their cards refused and walked out without their groceries.
symptoms:failed-messages
  My emails sit in the outbox and go nowhere.
symptoms:failed-messages
  Photos and voice notes refuse to send.
symptoms:dropped-calls features:calls
  Callers heard nothing but silence, and calls cut out after a few seconds.
symptoms:dropped-calls
  The helpline rings once and goes dead.
symptoms:no-signal
  Two valleys have had no bars since the storm.
symptoms:no-signal
  Half the village lost reception at teatime.
symptoms:connection-failures features:broadband
  Our broadband keeps dropping every few minutes.
symptoms:connection-failures
  Whole streets have been cut off from the web.
symptoms:connection-failures
  The clients keep getting disconnected from the broker.
symptoms:unreachable
  Doctors struggled to pull up the booking portal.
symptoms:unreachable
  You can't get onto the site for love or money.
symptoms:unreachable
  The council's planning pages could not be reached.
symptoms:unavailable
  Our whole stack is toast right now.
symptoms:unavailable
  The app is borked.
symptoms:unavailable
  The registry stopped answering altogether.
symptoms:unavailable
  The payroll provider has been knocked for six, with its servers kaput.
symptoms:unavailable
  The whole platform went kaput at midday.
symptoms:unavailable
  The site has been on the blink since Sunday.
symptoms:unavailable
  Its servers are not responding.
symptoms:stuck-loading
  The wheel just goes round and round.
symptoms:stuck-loading
  Pages hang halfway and then give up.
symptoms:blank-page
  All I can see is a white screen.
symptoms:error-messages
  The screen says oops, please come back later.
symptoms:error-messages
  I get an error every time I press pay.
symptoms:http-errors
  Half of the calls come back with a 500.
symptoms:timeouts
  Queries run for a minute and then time out.
symptoms:crash
  The client shuts itself down as soon as it opens.
symptoms:crash
  The app quits unexpectedly on older phones.
symptoms:slow-loading
  Web pages take ages to come up.
symptoms:slowdown
  Trading slowed to a crawl as the system choked.
symptoms:latency
  Players complain of horrendous ping.
symptoms:delayed-data
  Notifications arrive late or out of order.
symptoms:delayed-data
  Salaries landed hours behind schedule.
symptoms:buffering
  The stream stutters and stops.
symptoms:missing-data
  Years of my notes are gone.
symptoms:missing-data
  Balances are showing as zero.
symptoms:failed-uploads features:file-uploads
  Uploads stall at 99 per cent.
symptoms:failed-requests
  Deployments keep failing at the last step.
symptoms:failed-requests
  Pushes are getting rejected for no reason.
symptoms:stuck-orders
  Baskets empty themselves at the last click.
symptoms:stuck-orders features:bookings
  Nobody can book a table or a slot.
symptoms:grounded-flights
  The airline scrubbed ninety flights before noon.
symptoms:matchmaking features:matchmaking
  Players get thrown out of lobbies and can't find games.
symptoms:degraded-performance
  Performance has been patchy and well below par.
symptoms:poor-quality
  On calls I sound like a robot and the audio breaks up.
symptoms:intermittent
  It works one minute and not the next.
symptoms:smart-home
  The doorbells have stopped responding and lights ignore the app.
symptoms:feed-not-updating
  The departure boards are frozen on yesterday's data.
symptoms:service-interruption
  Television service was interrupted in three provinces.
causes:faulty-update
  A release that went out at nine broke the cart.
causes:faulty-update
  It started right after last night's deploy.
causes:configuration-change
  Somebody pushed a bad config.
causes:expired-certificate
  They forgot to renew the TLS certificate.
causes:fibre-cut
  Contractors dug through a fibre-optic line outside Cork.
causes:fibre-cut
  A digger sliced through the main fibre trunk.
causes:power-failure
  The backup batteries ran flat after an electrical fault at the exchange.
causes:data-centre-fire
  A blaze in a server hall forced the shutdown.
causes:traffic-surge
  Millions of fans all trying at once brought the queue down.
causes:overload
  The database was swamped by requests it could not serve.
causes:cyberattack
  Hackers have crippled the insurer's systems.
causes:hardware-failure
  A core switch died overnight, taking the campus with it.
causes:software-bug
  The cause was a bug in the scheduler.
causes:third-party
  The airline said a supplier's system had failed.
causes:human-error
  Someone at the operator pressed the wrong button.
causes:database
  Its main database fell over.
causes:sabotage
  Thieves stripped copper from the cabinet, leaving homes offline.
causes:capacity
  There simply were not enough servers for the crowd.
phases:investigating
  Technicians are trying to find out what went wrong.
phases:identified
  We have got to the bottom of it and a patch is on its way.
phases:identified
  Our people are working flat out to get services going again.
phases:mitigated
  A workaround has gone live.
phases:monitoring
  Things are slowly coming back to life.
phases:monitoring
  Services are beginning to come back.
phases:resolved
  Normal service has resumed.
phases:resolved
  The fault has been put right.
phases:resolved
  We're all good now, it loads again.
phases:ongoing
  There is no sign of a fix.
phases:operational
  All our systems are running smoothly.
features:web
  The website and the app are both down.
features:broadband
  Homes are without broadband and landlines.
features:check-in
  The airline's check-in desks were out.
features:git-operations
  Pushes and pulls hang, clones too.
features:cloud-saves
  Saves are not syncing to the cloud.
features:checkout
  The basket page is broken at the last step.
features:balances
  Balances are missing.
features:search
  Searching brings back nothing.
"""
"""What tells whether they hold elsewhere: its misses are counted, not looked at."""

EVERYDAY = """
The coach said the striker is out for six weeks with a torn hamstring.
The home side were two goals down at the break and could not find a way back.
Our new recipe search has thousands of dinners to choose from.
The bakery will not open on Mondays any more.
She failed to win the seat by just ninety votes.
Gold slipped two per cent while oil held steady.
The river burst its banks after three days of rain.
Drivers face long waits at the border this weekend.
He paid cash for the house and moved in the same week.
The museum is back after a ten-year renovation.
They broke the record for the longest relay.
Her phone battery lasts two days.
The minister refused to answer questions about the budget.
The bridge will be closed until the spring.
The play lost its lead actor a week before opening night.
A cold front brings snow to the hills tonight.
The garden centre has moved to a new site.
The team's form has gone from bad to worse.
Fans queued round the block for the first screening.
The central bank left interest rates where they are.
Police are investigating a burglary at a farm shop.
The wheel of the old mill turns again.
The new phone has a brighter screen and a faster chip.
My grandmother writes letters by hand.
The council approved the budget on Tuesday.
The choir sang in the square until midnight.
Car sales dipped in the last quarter.
The runner collapsed at the finish but was smiling an hour later.
The airline ordered forty new jets.
A good night's sleep makes all the difference.
The orchestra was joined by a guest soloist.
House prices are down in most of the north.
The dog would not let go of the ball.
The chef sends every plate out himself.
It was the hottest June since records began.
The court threw out the appeal.
The ferry arrives at nine and leaves at ten.
The author's second novel is out in paperback.
His joke fell flat.
The company plans to hire two hundred engineers.
Voters go to the polls on Sunday.
The factory makes chairs and tables.
The pilot landed safely in a field.
We could not be happier with the result.
The trail is steep, so bring water.
The mayor opened a new library.
They could not agree on a name for the baby.
The stock closed at a record high.
The wind dropped and the boats drifted home.
The lake has frozen over and skaters are out.
The class is learning to read music.
You cannot beat a cup of tea.
A new law on rented homes takes effect in May.
The battery plant will employ four thousand people.
The show was a hit from the first night.
He crashed his bike into a hedge.
The patient was unable to walk for a month.
The shop has sold out of the toy.
The match was called off because of fog.
The bus was late, as ever.
She hung up her boots last summer.
The tide is out and the beach is wide.
The union and the employer failed to reach a deal.
The bells rang out across the valley.
The paint takes a day to dry.
His latest film bombed at the box office.
The cat got stuck up a tree.
The road is blocked by a fallen oak.
The old king died in his sleep.
The band called it a day after the tour.
The loan has been paid off early.
The harvest was the worst in a decade.
He could not watch the penalties.
The theatre went dark during the war years.
The fridge hums all night.
The charity sends parcels to the islands.
She cut her speech short and sat down.
The horse refused at the last fence.
The price war between the two grocers is over.
The lift is out of order, so take the stairs.
"""
"""What is about other things, in words that outages use too."""
