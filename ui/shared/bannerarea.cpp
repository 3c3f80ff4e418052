// SPDX-License-Identifier: Apache-2.0
#include "ui/shared/bannerarea.h"

#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/clipboard.h"
#include "ui/widgets/presswatch.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

Banner::Kind bannerKind(Notice::Kind kind)
{
    switch (kind) {
    case Notice::Kind::Problem: return Banner::Kind::Problem;
    case Notice::Kind::Warning: return Banner::Kind::Warning;
    case Notice::Kind::Information: return Banner::Kind::Information;
    }
    return Banner::Kind::Problem;
}

} // namespace

BannerArea::BannerArea(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(u"bannerArea"_s);
    m_layout->setContentsMargins(12, Size::Gap / 2, 12, Size::Gap / 2);
    m_layout->setSpacing(4);
    m_pager = makePager();
    m_layout->addWidget(m_pager);
    hide(); // no margins round nothing
    connect(PressWatch::instance(), &PressWatch::calm, this, &BannerArea::catchUp);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

bool BannerArea::mustWait() const
{
    return PressWatch::instance()->isAmidClicksBeside(this);
}

void BannerArea::catchUp()
{
    const QList<std::function<void()>> waiting = std::exchange(m_waiting, {});
    for (const std::function<void()> &change : waiting)
        change();
}

void BannerArea::raise(const Notice &notice)
{
    if (mustWait()) {
        m_waiting.append([this, notice] { put(notice); });
        return;
    }
    catchUp();
    put(notice);
}

void BannerArea::clear(const QString &key)
{
    if (mustWait()) {
        m_waiting.append([this, key] { drop(key); });
        return;
    }
    catchUp();
    drop(key);
}

void BannerArea::put(const Notice &notice)
{
    if (m_closed.value(notice.key) == notice)
        return;
    m_closed.remove(notice.key);
    Banner *banner = m_banners.value(notice.key);
    if (!banner)
        banner = add(notice);
    m_shown.insert(notice.key, notice);
    banner->setKind(bannerKind(notice.kind));
    if (!notice.iconName.isEmpty())
        banner->setIconName(notice.iconName);
    banner->setText(notice.fact, notice.consequence);
    arrange();
}

QWidget *BannerArea::makePager()
{
    auto *pager = new QWidget(this);
    pager->setObjectName(u"bannerPager"_s);
    m_place = new TextLabel({}, TextLabel::Role::Small, TextLabel::Ink::Secondary, pager);
    const auto button = [&](const char *iconName, const QString &name, int by) {
        auto *made = new QToolButton(pager);
        made->setIcon(icon(iconName));
        made->setAutoRaise(true);
        made->setProperty("small", true);
        made->setFocusPolicy(Qt::StrongFocus);
        made->setToolTip(name);
        made->setAccessibleName(name);
        connect(made, &QToolButton::clicked, this, [this, by] { turn(by); });
        return made;
    };
    m_back = button("chevron-left", tr("Earlier messages"), -shownAtOnce);
    m_on = button("chevron-right", tr("Further messages"), shownAtOnce);
    m_back->setObjectName(u"bannersBack"_s);
    m_on->setObjectName(u"bannersOn"_s);
    auto *layout = new QHBoxLayout(pager);
    layout->setContentsMargins({});
    layout->setSpacing(Size::Gap);
    layout->addWidget(m_place);
    layout->addWidget(m_back);
    layout->addWidget(m_on);
    layout->addStretch(1);
    return pager;
}

void BannerArea::setAlertsTold(bool told)
{
    m_areAlertsTold = told;
    arrange();
}

// Those that may be shown, the worst first; of the same kind, the one that came first.
QList<Banner *> BannerArea::inOrder() const
{
    QList<Banner *> banners;
    for (const Notice::Kind kind :
         {Notice::Kind::Problem, Notice::Kind::Warning, Notice::Kind::Information}) {
        for (const QString &key : m_arrived) {
            const Notice notice = m_shown.value(key);
            if (notice.kind == kind && !(notice.isAlert && m_areAlertsTold))
                banners += m_banners.value(key);
        }
    }
    return banners;
}

void BannerArea::turn(int by)
{
    m_first += by;
    arrange();
}

void BannerArea::arrange()
{
    const QList<Banner *> banners = inOrder();
    for (Banner *banner : std::as_const(m_banners)) {
        if (!banners.contains(banner))
            banner->hide();
    }
    const int count = int(banners.size());
    m_first = qBound(0, m_first, qMax(0, (count - 1) / shownAtOnce * shownAtOnce));
    const int end = qMin(count, m_first + shownAtOnce);
    for (int place = 0; place < count; ++place) {
        m_layout->removeWidget(banners.at(place));
        m_layout->insertWidget(place, banners.at(place));
        banners.at(place)->setVisible(place >= m_first && place < end);
    }
    m_place->setText(tr("%L1 to %L2 of %Ln message(s)", nullptr, count).arg(m_first + 1).arg(end));
    m_back->setEnabled(m_first > 0);
    m_on->setEnabled(end < count);
    m_pager->setVisible(count > shownAtOnce);
    setVisible(count > 0);
}

Banner *BannerArea::add(const Notice &notice)
{
    auto *banner = new Banner(bannerKind(notice.kind), this);
    banner->setObjectName(u"banner"_s);
    banner->setClosable(true);
    const QString key = notice.key;
    if (!notice.account.isEmpty()) {
        QPushButton *retry = banner->addButton(tr("Retry"), "refresh-cw");
        retry->setObjectName(u"bannerRetryButton"_s);
        const QString account = notice.account;
        connect(retry, &QPushButton::clicked, this,
                [this, account] { Q_EMIT retryRequested(account); });
    }
    addVerb(banner, notice.verb, key, false);
    addVerb(banner, notice.otherVerb, key, true);
    if (notice.verb.isEmpty()) {
        QPushButton *copy = banner->addButton(tr("Copy details"), "copy");
        copy->setObjectName(u"bannerCopyButton"_s);
        connect(copy, &QPushButton::clicked, this,
                [this, key] { copyToClipboard(m_shown.value(key).details); });
    }
    connect(banner, &Banner::closed, this, [this, key] {
        const Notice closed = m_shown.value(key);
        drop(key);
        m_closed.insert(key, closed);
        Q_EMIT this->closed(key);
    });
    m_arrived += key;
    m_banners.insert(key, banner);
    return banner;
}

void BannerArea::addVerb(Banner *banner, const QString &verb, const QString &key, bool other)
{
    if (verb.isEmpty())
        return;
    QPushButton *button = banner->addButton(verb);
    button->setObjectName(other ? u"bannerOtherVerb"_s : u"bannerVerb"_s);
    connect(button, &QPushButton::clicked, this,
            [this, key, other] { Q_EMIT answered(key, other); });
}

void BannerArea::drop(const QString &key)
{
    m_closed.remove(key);
    m_shown.remove(key);
    if (Banner *banner = m_banners.take(key)) {
        m_arrived.removeOne(key);
        banner->hide();
        banner->deleteLater();
    }
    arrange();
}

} // namespace Sluice
