import type { SetAsideReason } from '../set-aside.ts';

interface Mark {
  readonly reason: SetAsideReason;
  readonly pattern: RegExp;
}

/** The longest line that can be a button, a byline or the like, in UTF-16 code units. Sentences that mention them are longer. */
const LONGEST_CONTROL = 90;

/** What only the page around a text says. */
const CONTROLS: readonly Mark[] = [
  {
    reason: 'share',
    pattern: /^分享(?:到|至|给|本页|文章)?[\s:：.]*(?:微信|微博|朋友圈|qq|twitter|facebook|[\s、|])*$/iu,
  },
  {
    reason: 'share',
    pattern:
      /^(?:share(?: (?:this|on|via|to|with)\b.*)?|tweet|facebook|twitter|linkedin|whatsapp|wechat|weibo|微信|微博|朋友圈|qq空间|поделиться.*)[\s:：|·,]*(?:(?:facebook|twitter|linkedin|whatsapp|wechat|weibo|email|e-mail|x|reddit|telegram|copy link|vk|微信|微博|qq空间)[\s|·,]*)*$/iu,
  },
  { reason: 'share', pattern: /^(?:扫一扫|扫码|扫描二维码|微信扫一扫|用微信扫码).*$/u },
  {
    reason: 'comments',
    pattern:
      /comment\(s\)|^(?:\d+ comments?|no comments\.?|(?:add|leave|post|write) (?:your|a) comments?.*|comments?:?|your comment|user name(?: required)?|go to forum.*|enter the words you see:?|log in to comment|reply|report abuse)$/iu,
  },
  {
    reason: 'comments',
    pattern:
      /^(?:(?:网友|发表|最新|热门|我要|全部|查看)?(?:评论|跟帖|留言)(?:区|列表)?|我来说两句|комментари(?:и|й)|暂无评论|还没有评论)[\s（(\d)）条:：!！]*$/iu,
  },
  {
    reason: 'page-tools',
    pattern:
      /^(?:打印(?:本页|此页|文章)?|调整字号大小|字号|字体(?:大小)?|e-?mail|print(?: this)?(?: page| article)?|text size|font size|larger|smaller|download pdf|save|bookmark|收藏|纠错|关闭(?:窗口)?|返回(?:顶部|首页|列表)?|back to top|close|распечатать|версия для печати|наверх|listen|播放|朗读)[\s:：]*(?:[大中小+\-\sA【】[\]|]*)$/iu,
  },
  {
    reason: 'page-tools',
    pattern:
      /^[【[]?(?:(?:字体|字号)[:：]?)?\s*大\s*[|\s]?\s*中\s*[|\s]?\s*小\s*[】\]]?(?:\s*[【[]?(?:打印|关闭|收藏|纠错).*)?$/u,
  },
  {
    reason: 'navigation',
    pattern:
      /^(?:首页|主页|home|главная|您(?:当前)?的?(?:所在)?位置|当前位置|you are here)\s*(?:[:：>›»/|].*)?$/iu,
  },
  { reason: 'navigation', pattern: /^.{1,24}(?:\s*[>›»]\s*.{1,30}){2,}$/u },
  {
    reason: 'navigation',
    pattern:
      /^(?:上一[篇页条]|下一[篇页条]|previous(?: page| article| story)?|next(?: page| article| story)?|prev|more(?:>>|»|\.\.\.)?|更多(?:>>|»)?|read more.{0,3}|skip to (?:main )?content|site ?map|网站地图|menu|search|搜索|login|log in|sign in|登录|注册|sign up|contact us|联系我们|about us|关于我们|相关(?:阅读|新闻|链接|报道|文章)|推荐阅读|延伸阅读|热门推荐|related (?:stories|news|articles|links|topics)|most (?:read|popular|viewed)|latest news|editor'?s picks?|you may also like|猜你喜欢|читайте также|далее|назад|tags?|标签|关键词|keywords?)[\s:：>»]*$/iu,
  },
  {
    reason: 'navigation',
    pattern:
      /^(?:上一[篇页条]|下一[篇页条]|previous(?: article| story)?|next(?: article| story)?|相关(?:阅读|新闻|链接|报道)|推荐阅读|延伸阅读|related (?:stories|news|articles|links)|читайте также|tags?|标签)\s*[:：].{1,80}$/iu,
  },
  { reason: 'navigation', pattern: /get more from|send your stories|(?:rss){1,}.*newsletter/iu },
  {
    reason: 'advert',
    pattern: /^(?:广告|advertisements?|ad|sponsored(?: content)?|promoted|реклама|推广)$/iu,
  },
  {
    reason: 'advert',
    pattern:
      /^(?:subscribe(?: (?:now|to)\b.*)?|sign up for .*newsletter.*|download (?:our|the) app.*|下载.{0,10}客户端.*|关注.{0,16}(?:公众号|微信|微博).*|订阅.{0,12}|подпис(?:аться|ывайтесь).*|newsletter)$/iu,
  },
  {
    reason: 'copyright',
    pattern:
      /^(?:copyright\b|©|\(c\) ?\d{4}|版权所有|版权声明|all rights reserved)|icp备|icp证|京公网安备|all rights reserved\.?$/iu,
  },
  {
    reason: 'hidden',
    pattern:
      /^(?:we use cookies|this (?:site|website) uses cookies|accept (?:all )?cookies|本网站使用cookie).*$/iu,
  },
  {
    reason: 'byline',
    pattern:
      /^(?:[(（]?(?:来源|稿源|文章来源|信息来源|责任编辑|责编|编辑|作者|记者|发布时间|发表时间|更新时间|发布日期|浏览次数|阅读(?:量|次数)?|点击(?:数|量)?|source|editor|author|by|updated|published|posted|last (?:updated|modified)|print date|printed(?: on)?|打印(?:日期|时间)|источник|опубликовано|обновлено)\s*[:：].{0,80}|(?:updated|published|posted|printed|by) .{2,60}\d{4}.{0,20})$/iu,
  },
  {
    reason: 'byline',
    pattern:
      /^(?:[\w.]+\.(?:com|cn|org|net|ru)(?:\.\w+)?|新华(?:网|社)|人民(?:网|日报)|中国网|中新(?:网|社)|央视网|xinhua|people'?s daily(?: online)?|reuters|tass|тасс|риа новости|china daily|cgtn)[\s,，|]*(?:(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\w+\.? \d{1,2}, \d{4})(?:[\sT]+\d{1,2}:\d{2}(?::\d{2})?)?)?$/iu,
  },
  {
    reason: 'byline',
    pattern: /^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s+\d{1,2}:\d{2}(?::\d{2})?(?:\s.{0,40})?$/u,
  },
  {
    reason: 'page-number',
    pattern:
      /^(?:[-–—]\s*\d{1,4}\s*[-–—]|page \d{1,4}(?: (?:of|\/) \d{1,4})?|第\s?\d{1,4}\s?页(?:\s*[/，,]?\s*共\s?\d{1,4}\s?页)?|стр\. ?\d{1,4}|\d{1,4} ?\/ ?\d{1,4})$/iu,
  },
  { reason: 'separator', pattern: /^[\s*\-_=~—–·•.#+|<>◆■□●○★☆※…]{2,}$/u },
  { reason: 'separator', pattern: /^[|*\-_=~—–·•#+◆■□●○★☆※]$/u },
];

const CAPTIONS: readonly RegExp[] = [
  /[[(（【](?:(?:file )?photo|photos|picture|image)\b[^\])）】]*[\])）】]\.?$/iu,
  /[[【(（](?:新华社|中新社|新华网|图片来源|资料图)[^\]】)）]{0,24}[\]】)）]$/u,
  /(?:新华社|中新社|本报|人民网)?记者\s?\p{Script=Han}{2,4}\s?摄[)）]?$/u,
  /^(?:图为|图：|图\d+[:：]|photo(?: by|:)|file photo|image:|picture:|figure \d+[:.]|фото:|фото \p{Lu})/iu,
];

/** Why a line is no part of a text but of the page it was printed on; undefined for what may be text. */
export function recognizeDebris(text: string): SetAsideReason | undefined {
  const line = text
    .replace(/\s+/gu, ' ')
    .replace(/^[•·*▪►▶»]\s*/u, '')
    .trim();
  if (line.length <= 400 && CAPTIONS.some((pattern) => pattern.test(line))) return 'caption';
  if (line.length > LONGEST_CONTROL) return undefined;
  return CONTROLS.find(({ pattern }) => pattern.test(line))?.reason;
}
