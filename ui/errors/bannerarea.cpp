// SPDX-License-Identifier: Apache-2.0
#include "ui/errors/bannerarea.h"

#include "ui/theme/fonts.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sluice {

BannerArea::BannerArea(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(u"bannerArea"_s);
    m_layout->setContentsMargins(12, 12, 12, Size::Gap);
    m_layout->setSpacing(Size::Gap);
    hide(); // no margins round nothing
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

void BannerArea::raise(const Cause &cause)
{
    if (m_closed.value(cause.key) == cause)
        return;
    m_closed.remove(cause.key);
    Banner *banner = m_banners.value(cause.key);
    if (!banner)
        banner = add(cause);
    m_shown.insert(cause.key, cause);
    banner->setKind(cause.kind);
    if (!cause.iconName.isEmpty())
        banner->setIconName(cause.iconName);
    banner->setText(cause.fact, cause.consequence);
    banner->show();
}

Banner *BannerArea::add(const Cause &cause)
{
    auto *banner = new Banner(cause.kind, this);
    banner->setObjectName(u"banner"_s);
    banner->setClosable(true);
    const QString key = cause.key;
    if (!cause.account.isEmpty()) {
        QPushButton *retry = banner->addButton(tr("Retry"), "refresh-cw");
        retry->setObjectName(u"bannerRetryButton"_s);
        const QString account = cause.account;
        connect(retry, &QPushButton::clicked, this,
                [this, account] { Q_EMIT retryRequested(account); });
    }
    addVerb(banner, cause.verb, key, false);
    addVerb(banner, cause.otherVerb, key, true);
    if (cause.verb.isEmpty()) {
        QPushButton *copy = banner->addButton(tr("Copy details"), "copy");
        copy->setObjectName(u"bannerCopyButton"_s);
        connect(copy, &QPushButton::clicked, this,
                [this, key] { QGuiApplication::clipboard()->setText(m_shown.value(key).details); });
    }
    connect(banner, &Banner::closed, this, [this, key] {
        const Cause closed = m_shown.value(key);
        clear(key);
        m_closed.insert(key, closed);
        Q_EMIT this->closed(key);
    });
    m_layout->addWidget(banner);
    m_banners.insert(key, banner);
    show();
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

void BannerArea::clear(const QString &key)
{
    m_closed.remove(key);
    m_shown.remove(key);
    if (Banner *banner = m_banners.take(key)) {
        banner->hide();
        banner->deleteLater();
    }
    setVisible(!m_banners.isEmpty());
}

} // namespace Sluice
