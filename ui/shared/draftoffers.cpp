// SPDX-License-Identifier: Apache-2.0
#include "ui/shared/draftoffers.h"

#include "models/store/localstore.h"
#include "models/store/unreaddrafts.h"
#include "ui/shared/bannerarea.h"
#include "ui/widgets/leftoutbanner.h"

#include <QLocale>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

QString noticeOf(const Draft &draft)
{
    return u"draft/"_s + draft.id;
}

} // namespace

DraftOffers::DraftOffers(Draft::Kind kind, LocalStore *store, BannerArea *banners, Wording wording,
                         QObject *parent)
    : QObject(parent)
    , m_kind(kind)
    , m_store(store)
    , m_banners(banners)
    , m_wording(std::move(wording))
{
    connect(banners, &BannerArea::answered, this, &DraftOffers::answer);
    if (store && store->isAlone())
        read();
}

void DraftOffers::read()
{
    m_store->drafts()->all(this, [this](const StoreResult<QList<Draft>> &drafts) {
        if (!drafts) {
            if (m_store->database()->isOpen()) // else a banner says so of all that it holds
                m_banners->raise(unreadDrafts(drafts.error()));
            return;
        }
        QList<Draft> own = *drafts;
        // The store has those of this session too; they have a banner, or need none.
        own.removeIf([this](const Draft &draft) { return draft.kind != m_kind || isKnown(draft); });
        Q_EMIT found(own);
    });
}

bool DraftOffers::isKnown(const Draft &draft) const
{
    return std::any_of(m_drafts.cbegin(), m_drafts.cend(),
                       [&draft](const Draft &each) { return each.id == draft.id; });
}

// In place of one of the same id, before those that are as old or older.
void DraftOffers::put(const Draft &draft)
{
    m_drafts.removeIf([&draft](const Draft &each) { return each.id == draft.id; });
    const auto older =
        std::find_if(m_drafts.cbegin(), m_drafts.cend(),
                     [&draft](const Draft &each) { return each.saved <= draft.saved; });
    m_drafts.insert(older, draft);
}

std::optional<Draft> DraftOffers::draftOf(const PipelineKey &pipeline) const
{
    const auto found =
        std::find_if(m_drafts.cbegin(), m_drafts.cend(),
                     [&pipeline](const Draft &draft) { return draft.key == pipeline; });
    return found == m_drafts.cend() ? std::nullopt : std::optional(*found);
}

void DraftOffers::add(const Draft &draft)
{
    Draft dated = draft; // it may tell when a former session saved it
    dated.saved = QDateTime::currentDateTimeUtc();
    put(dated);
    Q_EMIT changed();
}

void DraftOffers::offer(const QList<Draft> &drafts)
{
    QList<Draft> dated;
    for (const Draft &draft : drafts) {
        const QDateTime saved =
            draft.saved.isValid() ? draft.saved : QDateTime::currentDateTimeUtc();
        const Words words =
            m_wording(draft, QLocale().toString(saved.toLocalTime(), QLocale::ShortFormat));
        Notice notice;
        notice.key = noticeOf(draft);
        notice.kind = Notice::Kind::Information;
        notice.iconName = u"file-pen-line"_s;
        notice.fact = words.fact;
        notice.consequence = words.consequence;
        if (const QString leftOut = LeftOutBanner::offerText(draft.leftOut); !leftOut.isEmpty())
            notice.consequence += u' ' + leftOut;
        notice.verb = words.verb;
        notice.otherVerb = tr("Discard");
        m_banners->raise(notice);
        dated.append(draft);
        dated.last().saved = saved;
    }
    // From the last one on, so that equal times keep their order.
    std::for_each(dated.crbegin(), dated.crend(), [this](const Draft &draft) { put(draft); });
    Q_EMIT changed();
}

void DraftOffers::settle(const Draft &draft)
{
    m_banners->clear(noticeOf(draft));
    m_drafts.removeIf([&draft](const Draft &each) { return each.id == draft.id; });
    Q_EMIT changed();
}

void DraftOffers::forgetAccount(const QString &account)
{
    m_drafts.removeIf([this, &account](const Draft &draft) {
        const bool isIts = draft.key.account == account;
        if (isIts)
            m_banners->clear(noticeOf(draft));
        return isIts;
    });
    Q_EMIT changed();
}

void DraftOffers::answer(const QString &notice, bool discard)
{
    if (notice == unreadDraftsKey) {
        m_banners->clear(notice);
        read();
        return;
    }
    const auto asked =
        std::find_if(m_drafts.begin(), m_drafts.end(),
                     [&notice](const Draft &draft) { return noticeOf(draft) == notice; });
    if (asked == m_drafts.end())
        return;
    const Draft draft = *asked; // settle() takes it out of the list
    if (!discard) {
        Q_EMIT chosen(draft);
        return;
    }
    settle(draft);
    m_store->drafts()->remove(draft.id);
}

} // namespace Sluice
